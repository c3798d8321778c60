package dev.patchbay.dns;

import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A logger that keeps its warnings.
final class ListLogger implements System.Logger {

    private final List<String> warnings = new CopyOnWriteArrayList<>();

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public String getName() {
        return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
        return true;
    }

    @Override
    public void log(Level level, @Nullable ResourceBundle bundle, @Nullable String message, @Nullable Throwable thrown) {
        if (level == Level.WARNING) {
            warnings.add(String.valueOf(message));
        }
    }

    @Override
    public void log(Level level, @Nullable ResourceBundle bundle, @Nullable String format, @Nullable Object @Nullable ... params) {
        log(level, bundle, format, (Throwable) null);
    }
}
