/** What a student typed and has not sent: it survives a closed page, on any device, until it is sent or thirty days old. */
package io.github.gradphoto.draft;
