/** Who is there: students by number and one-time code, staff by the engine's accounts; the rules for every address of ours. */
package io.github.gradphoto.identity;
