package dev.versus.environment.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Network settings of this host that an image build needs to reach package indexes: its proxies, and the certificates that it trusts if a
 * variable names a bundle of them, as behind a proxy that inspects TLS.
 *
 * @param variables the environment of this process
 */
record HostNetworking(Map<String, String> variables) {

    /** Docker passes these arguments to every step, and keeps them out of the image and its history. */
    private static final List<String> PROXIES = List.of(
            "HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "FTP_PROXY", "ftp_proxy", "NO_PROXY", "no_proxy");

    /** The variables that name a bundle of certificates to programs: pip, OpenSSL and Go, requests, curl, Node.js. */
    private static final List<String> BUNDLES =
            List.of("PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS");

    private static final String FILE = ".versus/ca-certificates.crt";
    private static final String THERE = "/usr/local/share/versus-ca-certificates.crt";

    HostNetworking {
        variables = Map.copyOf(variables);
    }

    /** Returns the arguments of a build. */
    Map<String, String> arguments() {
        Map<String, String> arguments = new LinkedHashMap<>();
        PROXIES.stream()
                .filter(variables::containsKey)
                .forEach(name -> arguments.put(name, variables.getOrDefault(name, "")));
        return arguments;
    }

    private Optional<Path> bundle() {
        return BUNDLES.stream()
                .flatMap(name -> Stream.ofNullable(variables.get(name)))
                .map(Path::of)
                .filter(Files::isReadable)
                .findFirst();
    }

    /** Returns the bundle as a file of the build context; nothing if no variable names one. */
    Map<String, byte[]> files() throws IOException {
        Optional<Path> bundle = bundle();
        return bundle.isPresent() ? Map.of(FILE, Files.readAllBytes(bundle.get())) : Map.of();
    }

    /** Returns the lines that let each step of a stage trust the bundle. Programs that run in the image later do not use it. */
    List<String> preamble() {
        List<String> lines = new ArrayList<>();
        if (bundle().isPresent()) {
            lines.add("COPY " + FILE + " " + THERE);
            BUNDLES.forEach(name -> lines.add("ARG " + name + "=" + THERE));
        }
        return lines;
    }
}
