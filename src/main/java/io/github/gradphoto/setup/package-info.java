/** From an empty machine to an installation that can start: makes its keys and first account, and says what it lacks. */
package io.github.gradphoto.setup;
