/** The photo's way to the national registry: release to the collecting unit, what came back, re-verification, 图像校对. */
package io.github.gradphoto.registration;
