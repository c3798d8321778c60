package dev.patchbay.api.wire;

import dev.patchbay.api.Stable;

/// What a [Transport] waits for, which decides the time limit: people may think for hours between two messages, but a
/// message that has begun arrives soon or never.
@Stable(since = "1.0")
public enum Wait {

    /// The next message: the idle limit counts, which is long or off.
    NEXT_MESSAGE,

    /// The rest of a message of which a part is there: the message time limit counts, from the first such wait since input was
    /// last consumed. (Not since the last wait for a message: a busy peer whose messages always come in part never causes one.)
    REST_OF_MESSAGE,

    /// More of a long content, such as a file: the message time limit counts anew whenever bytes arrive.
    CONTENT
}
