"""Makes the meshes of this folder with Gmsh (4.x): a membrane of 20 um and a cathode of 80 um, 40 um along the layers."""

import gmsh

MEMBRANE, CATHODE, WIDTH = 20.0, 80.0, 40.0


def sheet(size=10.0, quads=False, shear=0.0):
    """Two rectangles side by side with their groups; `shear` moves the upper edge along x."""
    gmsh.model.add("sheet")
    add = gmsh.model.geo
    x = [0.0, MEMBRANE, MEMBRANE + CATHODE]
    low = [add.addPoint(at, 0, 0, size) for at in x]
    high = [add.addPoint(at + shear, WIDTH, 0, size) for at in x]
    across = [add.addLine(a, b) for a, b in zip(low, high)]
    bottom = [add.addLine(low[i], low[i + 1]) for i in range(2)]
    top = [add.addLine(high[i], high[i + 1]) for i in range(2)]
    faces = [
        add.addPlaneSurface([add.addCurveLoop([bottom[i], across[i + 1], -top[i], -across[i]])]) for i in range(2)
    ]
    if quads:
        for line in across:
            add.mesh.setTransfiniteCurve(line, 5)
        for i, cells in enumerate((4, 10)):
            for line in (bottom[i], top[i]):
                add.mesh.setTransfiniteCurve(line, cells + 1)
        for face in faces:
            add.mesh.setTransfiniteSurface(face)
            if quads == "recombined":
                add.mesh.setRecombine(2, face)
    add.synchronize()
    return faces, across


def name(dimension, **groups):
    for group, entities in groups.items():
        gmsh.model.addPhysicalGroup(dimension, entities, name=group)


def flat(file, version, binary, **options):
    faces, across = sheet(**options)
    name(2, membrane=[faces[0]], cathode=[faces[1]])
    name(1, anode=[across[0]], collector=[across[2]])
    gmsh.model.mesh.generate(2)
    write(file, version, binary)


def solid(file, version, binary, layers, recombine):
    """The sheet, drawn out along z: hexahedra or prisms; without layers tetrahedra."""
    faces, _ = sheet(quads="recombined" if recombine else False)
    groups = {"membrane": [], "cathode": [], "anode": [], "collector": []}
    for i, face in enumerate(faces):
        out = gmsh.model.geo.extrude([(2, face)], 0, 0, 20, numElements=layers or [], recombine=bool(layers))
        groups["membrane" if i == 0 else "cathode"].append(out[1][1])
        if i == 0:
            groups["anode"].append(out[5][1])
        else:
            groups["collector"].append(out[3][1])
    gmsh.model.geo.synchronize()
    name(3, membrane=groups["membrane"], cathode=groups["cathode"])
    name(2, anode=groups["anode"], collector=groups["collector"])
    gmsh.model.mesh.generate(3)
    write(file, version, binary)


def write(file, version, binary):
    gmsh.option.setNumber("Mesh.MshFileVersion", version)
    gmsh.option.setNumber("Mesh.Binary", binary)
    gmsh.write(file)
    gmsh.model.remove()


gmsh.initialize()
gmsh.option.setNumber("General.Terminal", 0)
for version in (2.2, 4.1):
    for binary in (0, 1):
        kind = "binary" if binary else "ascii"
        flat(f"quads-{version}-{kind}.msh", version, binary, quads="recombined")
for k, size in enumerate((10, 5, 2.5)):
    flat(f"triangles-{k + 1}.msh", 2.2, 1, size=size)
flat("halved-quads.msh", 4.1, 0, quads="halved")
flat("sheared.msh", 4.1, 0, quads="recombined", shear=15)
solid("hexahedra.msh", 4.1, 1, [2], True)
solid("prisms.msh", 2.2, 1, [2], False)
solid("tetrahedra.msh", 4.1, 1, None, False)
gmsh.finalize()
