/// The files of a folder over HTTP, by the server that the JDK brings.
@NullMarked
package dev.patchbay.web;

import org.jspecify.annotations.NullMarked;
