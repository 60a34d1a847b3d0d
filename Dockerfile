# catholith in a container:
#   docker build -t catholith .
#   docker run --rm -v "$PWD:/work" catholith sweep design.yaml --out shared --shard 1/8
FROM node:20-slim AS build
WORKDIR /src
COPY . .
RUN npm ci --no-audit --no-fund && npm pack --pack-destination /tmp

FROM node:20-slim
COPY --from=build /tmp/catholith-*.tgz /tmp/
RUN npm install --global --no-audit --no-fund /tmp/catholith-*.tgz && rm /tmp/catholith-*.tgz && npm cache clean --force
USER node
WORKDIR /work
ENTRYPOINT ["catholith"]
