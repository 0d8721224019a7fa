/** The student's pages that join several features: the start form, "my" with everything on it, the diagram. */
package io.github.gradphoto.portal;
