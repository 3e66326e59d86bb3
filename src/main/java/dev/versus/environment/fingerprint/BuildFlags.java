package dev.versus.environment.fingerprint;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Build flags that make a program faster or slower. */
final class BuildFlags {

    private static final Pattern TELLING =
            Pattern.compile("-O\\w*|-march=.*|-mtune=.*|-flto.*|-fprofile-use.*|-fprofile-partial.*"
                    + "|-fno-semantic-interposition|-fwrapv|-fno-plt|-DNDEBUG|-fcf-protection.*|-fstack-protector.*"
                    + "|-D_FORTIFY_SOURCE=.*|--enable-optimizations|--with-lto.*|--with-pydebug|--with-trace-refs|--enable-shared"
                    + "|--without-pymalloc|--without-computed-gotos|--with-computed-gotos|--disable-gil|--enable-experimental-jit.*"
                    + "|--with-mimalloc|--with-dtrace|--with-threads|--with-file-aio|--with-pcre-jit|--with-debug");
    private static final Pattern QUOTES = Pattern.compile("['\"]");

    private BuildFlags() {}

    /** Returns those of the given flags, each once, in alphabetical order; "none" if there is none. */
    static String of(String flags) {
        String telling = Arrays.stream(QUOTES.matcher(flags).replaceAll(" ").split("[\\s=]*\\s", -1))
                .filter(flag -> TELLING.matcher(flag).matches())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(" "));
        return telling.isEmpty() ? "none" : telling;
    }
}
