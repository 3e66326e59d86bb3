package dev.versus.environment.host;

import dev.versus.BoundedProcess;
import dev.versus.CacheFolder;
import dev.versus.FileTree;
import dev.versus.ForeignText;
import dev.versus.InvalidInput;
import dev.versus.LogTail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Maker of a virtual environment. It is made in a temporary folder that is renamed once it is complete, so that a kill leaves no half of
 * one, and two concurrent runs both end with a complete one. Its scripts keep naming the temporary folder; only its interpreter is used,
 * and that finds its packages in any place.
 */
record VirtualEnvironment(PythonPackages packages) {

    /** Variables for pip, and for proxies and certificates that it uses. */
    private static final Pattern OF_PIP = Pattern.compile(
            "PIP_.*|.*_proxy|.*_CA_BUNDLE|SSL_CERT_(FILE|DIR)|XDG_CACHE_HOME", Pattern.CASE_INSENSITIVE);

    private static final Duration LIMIT = Duration.ofMinutes(10);

    void make() {
        Path cache = packages.home().resolveSibling("");
        try {
            Files.createDirectories(cache);
            Path aside = Files.createTempDirectory(cache, Unfinished.PYTHON);
            try {
                makeAside(aside);
            } finally {
                FileTree.delete(aside);
            }
        } catch (IOException unusable) {
            throw new InvalidInput("The Python packages of " + packages.requirements() + " cannot be kept in " + cache
                    + " (" + unusable.getMessage() + "); name another folder by -D" + CacheFolder.PROPERTY
                    + "=<folder>.");
        }
    }

    private void makeAside(Path aside) throws IOException {
        Path made = aside.resolve("venv");
        run(
                aside,
                List.of(packages.interpreter().toString(), "-m", "venv", made.toString()),
                "install Python's venv (Debian: apt-get install python3-venv)");
        List<String> install = List.of(
                made.resolve("bin").resolve("python").toString(),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--no-input",
                "--disable-pip-version-check",
                "--require-hashes",
                "--requirement",
                packages.requirements().toAbsolutePath().toString());
        run(aside, install, "the first time it needs the network, and Python 3.11 or newer");
        FileTree.rename(made, packages.home());
    }

    private void run(Path aside, List<String> command, String mend) {
        Path log = aside.resolve("log");
        var builder = new ProcessBuilder(command)
                .directory(aside.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> !OF_PIP.matcher(name).matches());
        builder.environment().putAll(ServiceEnvironment.inherited());
        if (!BoundedProcess.succeeds(builder, LIMIT)) {
            String last = LogTail.of(log).stream()
                    .filter(line -> !line.isBlank())
                    .reduce((before, line) -> line)
                    .orElse("it said nothing");
            throw new InvalidInput("The Python packages of " + packages.requirements() + " cannot be installed: '"
                    + String.join(" ", command.subList(1, Math.min(4, command.size()))) + "' failed ("
                    + ForeignText.line(last.strip()) + "); " + mend + ".");
        }
    }
}
