package dev.versus.run;

import dev.versus.Authority;
import dev.versus.InvalidInput;
import dev.versus.comparison.Comparison;
import dev.versus.comparison.Target;
import dev.versus.workload.Client;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Greets a server in the way in which it will be loaded, so that a certificate that is not trusted, or a protocol that is not spoken, is told
 * in one sentence before the load, and not as thousands of failed requests. A server that cannot be reached is left to the load.
 *
 * @param trust the servers that are believed
 * @param target the target's name
 */
record Greeting(Trust trust, String target) {

    private static final int PATIENCE_MILLIS = 5_000;
    /** The preface of a client, and its empty SETTINGS frame (RFC 9113, sections 3.4 and 6.5). */
    private static final byte[] PREFACE =
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

    /** The message of the JDK for an answer that is no record of TLS. */
    private static final String PLAIN_TEXT = "Unsupported or unrecognized SSL message";

    private static final int FRAME_HEAD = 9;
    private static final int TYPE = 3;
    private static final int SETTINGS = 4;

    /**
     * Greets the servers of all targets.
     *
     * @throws InvalidInput if one is not trusted, or does not speak the version of HTTP of its workload
     */
    static void all(Trust trust, Comparison comparison) {
        for (Target target : comparison.targets()) {
            Client.Version version = comparison.workloadOf(target).client().version();
            target.addresses().forEach(address -> new Greeting(trust, target.name()).greet(address, version));
        }
    }

    /**
     * Greets the server at an address.
     *
     * @throws InvalidInput if it is not trusted, or does not speak this version of HTTP
     */
    void greet(URI address, Client.Version version) {
        boolean secured = "https".equals(address.getScheme());
        if (!secured && version == Client.Version.HTTP_1_1) {
            return;
        }
        try (Socket socket = connected(address, secured)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            if (secured) {
                greetSecurely((SSLSocket) socket, address, version);
            } else {
                greetWithoutTls(socket, address);
            }
        } catch (SSLException e) {
            refuseUntrusted(address, e);
        } catch (IOException e) {
            // Nobody listens there, or somebody who does not answer: requests will tell.
        }
    }

    private Socket connected(URI address, boolean secured) throws IOException {
        Authority authority = Authority.of(address).orElseThrow();
        int port = authority.port() >= 0 ? authority.port() : secured ? 443 : 80;
        String host = authority.bareHost();
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
        return secured ? trust.context().getSocketFactory().createSocket(socket, host, port, true) : socket;
    }

    private void greetSecurely(SSLSocket socket, URI address, Client.Version version) throws IOException {
        SSLParameters asked = socket.getSSLParameters();
        asked.setEndpointIdentificationAlgorithm(trust.insecure() ? null : "HTTPS");
        asked.setApplicationProtocols(new String[] {"h2", "http/1.1"});
        socket.setSSLParameters(asked);
        socket.startHandshake();
        if (version == Client.Version.HTTP_2 && !"h2".equals(socket.getApplicationProtocol())) {
            throw new InvalidInput("The target '" + target + "' at " + address
                    + " does not agree to HTTP/2 (ALPN): load it over HTTP/1.1, or switch HTTP/2 on in the server.");
        }
    }

    private void greetWithoutTls(Socket socket, URI address) throws IOException {
        socket.getOutputStream().write(PREFACE);
        byte[] answer = socket.getInputStream().readNBytes(FRAME_HEAD);
        if (answer.length < FRAME_HEAD || answer[TYPE] != SETTINGS) {
            throw new InvalidInput("The target '" + target + "' at " + address
                    + " does not speak HTTP/2 without TLS (h2c with prior knowledge): it answers '"
                    + printable(answer) + "'; load it over HTTP/1.1, or at https://.");
        }
    }

    private static String printable(byte[] answer) {
        return new String(answer, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
    }

    /** Refuses what no load would reach. Other failures, as of ciphers that the load may know, are left to the load. */
    private void refuseUntrusted(URI address, SSLException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                throw new InvalidInput(
                        "The certificate of the target '" + target + "' at " + address + " is not trusted ("
                                + cause.getMessage()
                                + "): name the file of its authority by -Dversus.caFile=<PEM>, or trust any by -Dversus.insecure.",
                        problem);
            }
        }
        if (String.valueOf(problem.getMessage()).startsWith(PLAIN_TEXT)) {
            throw new InvalidInput(
                    "The target '" + target + "' at " + address + " answers without TLS: is it an address of http://?",
                    problem);
        }
    }
}
