package dev.patchbay.cli.shell;

import dev.patchbay.api.client.Progress;

/// Progress where nobody looks.
enum NoProgress implements Progress {
    INSTANCE;

    @Override
    public void at(long done) {}

    @Override
    public void close() {}
}
