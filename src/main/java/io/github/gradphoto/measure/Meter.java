package io.github.gradphoto.measure;

/** Reads one number, or a few that belong together, off a photo. Stateless; its Javadoc names unit, source and known error. */
interface Meter {

    /** Puts nothing where the subject does not have what it takes (no face, no mask): that is "not measured". */
    void read(Subject subject, Readings into);
}
