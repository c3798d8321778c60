/// Files over one connection: with resume and checksums, or in the plain format of a course's lab, over one shared folder.
@NullMarked
package dev.patchbay.filetransfer;

import org.jspecify.annotations.NullMarked;
