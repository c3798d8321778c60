package dev.patchbay.cli.shell;

import java.util.Locale;

/// Measured values as people read them: three digits that count, and a unit.
public final class Figures {

    private Figures() {}

    /// {@return a number of bytes, such as `1.2 MB`; a MB is 1000 kB}
    public static String size(double bytes) {
        if (bytes < 1000) {
            return (long) bytes + " B";
        }
        int power = (int) (Math.log10(bytes) / 3);
        return String.format(Locale.ROOT, "%.1f %cB", bytes / Math.pow(1000, power), "kMGTPE".charAt(power - 1));
    }

    /// {@return a number of bytes}
    public static String size(long bytes) {
        return size((double) bytes);
    }

    /// {@return a time, such as `8.13 ms`}
    ///
    /// @param nanos in nanoseconds
    public static String time(double nanos) {
        if (nanos < 1e6) {
            return digits(nanos / 1e3) + " us";
        }
        return nanos < 1e9 ? digits(nanos / 1e6) + " ms" : digits(nanos / 1e9) + " s";
    }

    /// {@return a time}
    public static String time(long nanos) {
        return time((double) nanos);
    }

    /// {@return a number, such as `1,234,567` or `0.25`}
    public static String number(double number) {
        return number < 100 && number != Math.rint(number) ? digits(number) : String.format(Locale.ROOT, "%,.0f", number);
    }

    /// {@return a whole number}
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// {@return how many there are, such as `1 connection` or `1,000 connections`}
    ///
    /// @param noun what they are, in the singular
    public static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    private static String digits(double number) {
        int decimals = number < 10 ? 2 : number < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }
}
