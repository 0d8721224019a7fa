package io.github.gradphoto.measure.models;

/** One of each model, for one thread at a time. */
final class ModelSet {

    final FaceFinder faces = new FaceFinder();
    final MeshModel mesh = new MeshModel();
    final PersonModel person = new PersonModel();
}
