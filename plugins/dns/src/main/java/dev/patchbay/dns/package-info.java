/// Names and addresses: DNS 1.0, one question and one answer at a time, from a file in hosts(5) format.
@NullMarked
package dev.patchbay.dns;

import org.jspecify.annotations.NullMarked;
