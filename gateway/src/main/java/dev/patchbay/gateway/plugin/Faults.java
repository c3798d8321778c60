package dev.patchbay.gateway.plugin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a plugin throws, turned into strings where it leaves the plugin: to keep the object would keep the plugin's classes.
public final class Faults {

    private static final Pattern CLASS_FILE_VERSION =
            Pattern.compile("(\\S+) has been compiled by .*class file version (\\d+)\\.", Pattern.DOTALL);

    /// Class files of Java 25 have the version 69, and so on.
    private static final int VERSION_OF_JAVA_0 = 44;

    private Faults() {}

    /// Lets pass what no caller may contain. A stack overflow is not among it: its stack is gone when it is caught.
    public static void passOnFatal(Throwable fault) {
        if (fault instanceof VirtualMachineError error && !(fault instanceof StackOverflowError)) {
            throw error;
        }
    }

    /// {@return the kind of problem that a fault in a plugin's code shows}
    ///
    /// @param otherwise the kind if the fault is not one of linking
    static Reason reason(Throwable fault, Reason otherwise) {
        return switch (fault) {
            case UnsupportedClassVersionError _ -> Reason.JAVA_TOO_OLD;
            case ExceptionInInitializerError _ -> otherwise;
            case LinkageError _ -> Reason.NOT_LINKABLE;
            default -> otherwise;
        };
    }

    /// {@return a fault in words: its type and message, and those of the cause where that says more}
    public static String describe(Throwable fault) {
        Throwable cause = fault instanceof ExceptionInInitializerError && fault.getCause() != null ? fault.getCause() : fault;
        String message = messageOf(cause);
        if (cause instanceof UnsupportedClassVersionError && message != null) {
            return describeVersion(message);
        }
        String type = cause.getClass().getSimpleName();
        return message == null || message.isBlank() ? type : type + ": " + message;
    }

    /// Numbers of class files say nothing to an operator, those of Java do.
    private static String describeVersion(String message) {
        Matcher version = CLASS_FILE_VERSION.matcher(message);
        return version.find()
                ? version.group(1) + " needs Java " + (Integer.parseInt(version.group(2)) - VERSION_OF_JAVA_0) + ", and this is Java "
                        + Runtime.version().feature()
                : message;
    }

    private static @Nullable String messageOf(Throwable fault) {
        try {
            return fault.getLocalizedMessage();
        } catch (RuntimeException | Error e) {
            // A plugin's exception may fail even at saying what it is.
            return null;
        }
    }
}
