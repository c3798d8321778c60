/// The guessing game: a server has a secret number, and any number of clients ask whether it is smaller than, greater than or equal to theirs.
@NullMarked
package dev.patchbay.guess;

import org.jspecify.annotations.NullMarked;
