/** What students are told: texts in their language, their choice of what to get, and the outbox from which everything is sent. */
package io.github.gradphoto.message;
