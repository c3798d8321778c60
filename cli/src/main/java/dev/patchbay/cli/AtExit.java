package dev.patchbay.cli;

/// What must be done when the process is told to end in the middle, by Ctrl-C or by the system. Closing it means that it was done, or
/// is no longer needed.
final class AtExit implements AutoCloseable {

    private final Thread hook;

    AtExit(Runnable action) {
        hook = new Thread(action, "patchbay-exit");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already.
        }
    }
}
