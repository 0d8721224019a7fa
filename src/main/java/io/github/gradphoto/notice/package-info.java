/** Notices (campaigns) with their settings and deadlines, and the roster of students whom they concern. */
package io.github.gradphoto.notice;
