/// Two calculators: one that reads expressions and calculates in exact decimals, and one for fixed-size binary requests that calculates as
/// Python does.
@NullMarked
package dev.patchbay.calc;

import org.jspecify.annotations.NullMarked;
