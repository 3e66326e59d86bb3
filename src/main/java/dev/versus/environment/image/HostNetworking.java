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
 * What this host needs to reach package indexes, as a build is told it: its proxies, and the certificates that it trusts where a
 * variable names a bundle of its own, as behind a proxy that opens TLS.
 *
 * @param variables the environment of this process
 */
record HostNetworking(Map<String, String> variables) {

    /** Docker takes these into every step, and keeps them out of the image and its history. */
    private static final List<String> PROXIES = List.of(
            "HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "FTP_PROXY", "ftp_proxy", "NO_PROXY", "no_proxy");

    /** The variables by which programs are told of a bundle: pip, OpenSSL and Go, requests, curl, Node.js. */
    private static final List<String> BUNDLES =
            List.of("PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS");

    private static final String FILE = ".versus/ca-certificates.crt";
    private static final String THERE = "/usr/local/share/versus-ca-certificates.crt";

    HostNetworking {
        variables = Map.copyOf(variables);
    }

    /** What a build is given as arguments. */
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

    /** The bundle as a file of the context; nothing where this host has none of its own. */
    Map<String, byte[]> files() throws IOException {
        Optional<Path> bundle = bundle();
        return bundle.isPresent() ? Map.of(FILE, Files.readAllBytes(bundle.get())) : Map.of();
    }

    /** The lines that have each step of a stage trust the bundle; what runs in the image later knows nothing of it. */
    List<String> preamble() {
        List<String> lines = new ArrayList<>();
        if (bundle().isPresent()) {
            lines.add("COPY " + FILE + " " + THERE);
            BUNDLES.forEach(name -> lines.add("ARG " + name + "=" + THERE));
        }
        return lines;
    }
}
