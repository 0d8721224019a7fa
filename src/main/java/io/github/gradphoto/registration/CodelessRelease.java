package io.github.gradphoto.registration;

/** A release was refused, because the case has no collection code any more. */
record CodelessRelease(String number) {}
