package dev.versus.services.shop.common.forward;

import dev.versus.services.shop.common.Address;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The head of a request, made ready for the next hop. */
final class RequestHead {

    private static final Set<HttpMethod> IDEMPOTENT =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.PUT, HttpMethod.DELETE);
    private static final String VIA = "Via";
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_HOST = "X-Forwarded-Host";
    private static final String OURSELVES = "1.1 shop";

    private RequestHead() {}

    static RequestOptions toward(Address address, HttpServerRequest request, Map<String, String> stamp) {
        return new RequestOptions()
                .setMethod(request.method())
                .setHost(address.host())
                .setPort(address.port())
                .setURI(target(request))
                .setHeaders(headers(request, stamp));
    }

    /** Always in origin form, also if the client sent an absolute URI. */
    private static String target(HttpServerRequest request) {
        return request.query() == null ? request.path() : request.path() + "?" + request.query();
    }

    private static MultiMap headers(HttpServerRequest request, Map<String, String> stamp) {
        Set<String> replaced = new HashSet<>(stamp.keySet());
        replaced.add("host");
        MultiMap headers = HttpHeaders.headers();
        HopByHop.copyEndToEnd(request.headers(), headers, replaced);
        stamp.forEach(headers::set);
        headers.add(VIA, OURSELVES);
        headers.add(FORWARDED_FOR, request.remoteAddress().hostAddress());
        if (request.authority() != null && !headers.contains(FORWARDED_HOST)) {
            headers.set(FORWARDED_HOST, request.authority().toString());
        }
        return headers;
    }

    static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !"0".equals(length));
    }

    /** Whether the request may be sent twice: its method allows it, and no body has been used up. */
    static boolean isRepeatable(HttpServerRequest request) {
        return IDEMPOTENT.contains(request.method()) && !hasBody(request);
    }
}
