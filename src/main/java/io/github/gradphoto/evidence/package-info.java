/** 证明材料: pictures that a student or the staff add to a case for one purpose, kept encrypted, each view on record. */
package io.github.gradphoto.evidence;
