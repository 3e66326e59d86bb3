package dev.versus.environment;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Probe that opens a TCP connection: the service is ready when the address accepts it. */
public record TcpProbe(InetSocketAddress address, Duration timeout) implements Probe {

    /** Question over an open connection. */
    public interface Question {

        /** Asks, and tells whether the answer is that of a service that is ready. */
        boolean isAnswered(Socket socket) throws IOException;
    }

    @Override
    public boolean isReady() {
        return isReady(socket -> true);
    }

    /** Tells whether the address accepts a connection and the service answers a question in time. */
    public boolean isReady(Question question) {
        try (var socket = new Socket()) {
            socket.connect(address, (int) timeout.toMillis());
            socket.setSoTimeout((int) timeout.toMillis());
            return question.isAnswered(socket);
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public Health ask() {
        boolean ready = isReady();
        return new Health(ready, "port " + address.getPort() + (ready ? " accepts" : " refuses") + " connections");
    }
}
