/** Keeps personal data from being read by those it is not for: encryption, look-up by keyed hash, masking, who saw what. */
package io.github.gradphoto.privacy;
