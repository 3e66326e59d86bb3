package dev.versus.environment;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;

/** Probe that sends an HTTP GET: the service is ready when the answer has a status from 200 to 399. */
public record HttpProbe(URI uri, Duration timeout) implements Probe {

    @Override
    public boolean isReady() {
        return ask().healthy();
    }

    @Override
    public Health ask() {
        String question = "GET " + uri + ": ";
        try {
            int status = status();
            boolean ready = status >= HttpURLConnection.HTTP_OK && status < HttpURLConnection.HTTP_BAD_REQUEST;
            return new Health(ready, question + status);
        } catch (IOException notYet) {
            return new Health(false, question + notYet.getMessage());
        }
    }

    private int status() throws IOException {
        var connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout((int) timeout.toMillis());
        connection.setReadTimeout((int) timeout.toMillis());
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
