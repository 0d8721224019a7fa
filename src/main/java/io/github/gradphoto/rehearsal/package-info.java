/** 演练: a notice with made-up students in the real process, whose messages go nowhere, and which is thrown away whole. */
package io.github.gradphoto.rehearsal;
