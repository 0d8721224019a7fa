package io.github.gradphoto.application;

/** 补采: what a feature takes over from the case of an earlier round, so that nothing is asked or charged twice. */
public interface CarriedOver {

    /** In the transaction of the new application, before its process starts. */
    void carry(Application earlier, Application next);
}
