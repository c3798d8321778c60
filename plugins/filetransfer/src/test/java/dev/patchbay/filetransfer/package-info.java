@NullMarked
package dev.patchbay.filetransfer;

import org.jspecify.annotations.NullMarked;
