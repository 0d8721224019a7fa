/** 谁还没有采集: where everybody of a notice stands, who is late, and who will be at the registry in time. */
package io.github.gradphoto.progress;
