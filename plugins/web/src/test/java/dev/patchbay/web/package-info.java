@NullMarked
package dev.patchbay.web;

import org.jspecify.annotations.NullMarked;
