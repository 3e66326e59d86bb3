package dev.versus.services.ruler;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A connection that sends what it is given, byte for byte, and reads one answer at a time. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream input;

    /** An answer: its status line and headers, and its body. */
    record Answer(List<String> head, String body) {

        int status() {
            return Integer.parseInt(head.get(0).split(" ", -1)[1]);
        }
    }

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        input = new BufferedInputStream(socket.getInputStream());
    }

    Answer get(String uri) throws IOException {
        return exchange("GET " + uri + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    Answer exchange(String request) throws IOException {
        send(request);
        return read();
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    Answer read() throws IOException {
        List<String> head = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.add(line);
        }
        return new Answer(head, new String(input.readNBytes(length(head)), US_ASCII));
    }

    /** Waits for the server to close; false if it sends more instead. */
    boolean isClosedByServer() throws IOException {
        return input.read() < 0;
    }

    private static int length(List<String> head) {
        return head.stream()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring("Content-Length: ".length())))
                .findFirst()
                .orElseThrow();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("closed after '" + line + "'");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
