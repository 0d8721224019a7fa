/** Uploaded pictures of any kind: decoded without trusting them, freed of metadata, and kept encrypted. */
package io.github.gradphoto.picture;
