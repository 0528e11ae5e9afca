package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Messages that two programs could cut in two ways. The gateway takes one as one request or refuses it and hangs up; what is
 * hidden in a body never becomes a request of its own.
 */
@GatewayTest
class SmugglingTest {

    private static final String PATH = "/api/v1/tasks/count";

    Client client;
    Surroundings surroundings;
    private String credential;

    @BeforeEach
    void prepare() {
        credential = "Authorization: Bearer " + surroundings.token("city-officer") + "\r\n";
    }

    /** The request that is to be smuggled in: it has a credential of its own, so only its place can stop it. */
    private String hidden() {
        return "GET " + PATH + " HTTP/1.1\r\nHost: x\r\n" + credential + "\r\n";
    }

    private String post(String framing, String body) {
        return "POST " + PATH + " HTTP/1.1\r\nHost: x\r\n" + credential + "Connection: close\r\n" + framing + "\r\n"
                + body;
    }

    @TestFactory
    Stream<DynamicTest> ambiguousFramingIsRefused() {
        Map<String, String> forms = new LinkedHashMap<>();
        String chunked = "Transfer-Encoding: chunked\r\n";
        String end = "0\r\n\r\n";
        forms.put("length and chunks", post("Content-Length: 5\r\n" + chunked, end + hidden()));
        forms.put("chunks and length", post(chunked + "Content-Length: 5\r\n", end + hidden()));
        for (String coding : List.of(
                "xchunked",
                "identity",
                "chunked, identity",
                "identity, chunked",
                "chunked, chunked",
                "gzip, chunked",
                "gzip",
                "\u000bchunked",
                "chunked\u0000",
                "\"chunked\"",
                "chunked;q=1",
                "")) {
            forms.put(
                    "coding " + coding.replace('\u000b', '^').replace('\u0000', '@'),
                    post("Transfer-Encoding: " + coding + "\r\n", end + hidden()));
        }
        forms.put("two codings", post(chunked + "Transfer-Encoding: identity\r\n", end + hidden()));
        forms.put("chunks twice", post(chunked + chunked, end + hidden()));
        forms.put("space before the colon", post("Transfer-Encoding : chunked\r\n", end + hidden()));
        forms.put("tab before the colon", post("Transfer-Encoding\t: chunked\r\n", end + hidden()));
        forms.put("folded coding", post("Transfer-Encoding:\r\n chunked\r\n", end + hidden()));
        forms.put("two lengths", post("Content-Length: 0\r\nContent-Length: 5\r\n", "12345" + hidden()));
        forms.put("the same length twice", post("Content-Length: 5\r\nContent-Length: 5\r\n", "12345" + hidden()));
        for (String length : List.of(
                "0, 5", "5, 5", "+5", "-5", "0x5", "5.0", "5e0", "5 5", "", "a", "99999999999999999999", "\uff15")) {
            forms.put("length " + length, post("Content-Length: " + length + "\r\n", "12345" + hidden()));
        }
        return tests(forms, true);
    }

    @TestFactory
    Stream<DynamicTest> brokenChunksAreRefused() {
        Map<String, String> forms = new LinkedHashMap<>();
        String head = "Transfer-Encoding: chunked\r\n";
        for (String size : List.of("+5", "-1", "0x5", "g", "FFFFFFFFFFFFFFFFF", "7FFFFFFFFFFFFFFF1", "")) {
            forms.put("chunk size " + size, post(head, size + "\r\n12345\r\n0\r\n\r\n" + hidden()));
        }
        forms.put("chunk longer than its size", post(head, "3\r\n12345\r\n0\r\n\r\n" + hidden()));
        String endless = "a".repeat(300_000);
        forms.put("endless chunk extension", post(head, "5;" + endless + "\r\n12345\r\n0\r\n\r\n" + hidden()));
        forms.put("endless trailer", post(head, "5\r\n12345\r\n0\r\nX: " + endless + "\r\n\r\n" + hidden()));
        forms.put("no line break after a chunk", post(head, "5\r\n123450\r\n\r\n" + hidden()));
        return tests(forms, true);
    }

    @TestFactory
    Stream<DynamicTest> brokenHeadsAreRefused() {
        Map<String, String> forms = new LinkedHashMap<>();
        String length = "Content-Length: 0\r\n";
        for (Map.Entry<String, String> line : Map.of(
                        "no colon", "Nothing\r\n",
                        "no name", ": value\r\n",
                        "space in the name", "X Y: value\r\n",
                        "NUL in the name", "X\u0000Y: value\r\n",
                        "NUL in a value", "X: a\u0000b\r\n",
                        "carriage return in a value", "X: a\rb\r\n",
                        "control character", "X: a\u0001b\r\n")
                .entrySet()) {
            forms.put(line.getKey(), post(length + line.getValue(), ""));
        }
        forms.put("first header folded", "POST " + PATH + " HTTP/1.1\r\n Host: x\r\n" + credential + length + "\r\n");
        forms.put("HTTP/0.9", "GET " + PATH + "\r\n\r\n");
        forms.put("HTTP/0.9 with a credential", "GET " + PATH + "\r\n" + credential + "\r\n");
        forms.put("HTTP/2.0", "GET " + PATH + " HTTP/2.0\r\nHost: x\r\n" + credential + "\r\n");
        forms.put("HTTP/9.9", "GET " + PATH + " HTTP/9.9\r\nHost: x\r\n" + credential + "\r\n");
        forms.put("version in small letters", "GET " + PATH + " http/1.1\r\nHost: x\r\n" + credential + "\r\n");
        forms.put("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        forms.put(
                "chunks in HTTP/1.0",
                "POST " + PATH + " HTTP/1.0\r\nHost: x\r\n" + credential + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                        + hidden());
        forms.put("no host", "GET " + PATH + " HTTP/1.1\r\n" + credential + "Connection: close\r\n\r\n");
        for (String host : List.of("x\r\nHost: y", "a b", "a/b", "user@x", "x:y", "x\"y", "<x>", "x, y", "x?y", "")) {
            forms.put(
                    "host " + host.replace("\r\n", " "),
                    "GET " + PATH + " HTTP/1.1\r\nHost: " + host + "\r\n" + credential + "Connection: close\r\n\r\n");
        }
        return tests(forms, true);
    }

    /** Odd, but with one reading only: one request, or a refusal. */
    @TestFactory
    Stream<DynamicTest> oddFormsAreOneRequestAtMost() {
        Map<String, String> forms = new LinkedHashMap<>();
        String close = "Connection: close\r\n";
        String chunked = "Transfer-Encoding: chunked\r\n";
        forms.put("chunk extension", post(chunked, "5;a=\"b\r\n\";c\r\n12345\r\n0\r\n\r\n" + hidden()));
        forms.put("trailer", post(chunked, "5\r\n12345\r\n0\r\nAuthorization: Bearer x\r\n\r\n" + hidden()));
        forms.put("chunk size with zeros", post(chunked, "0000000000005\r\n12345\r\n0\r\n\r\n" + hidden()));
        forms.put("chunks ended by line feeds", post(chunked, "5\n12345\n0\n\n" + hidden()));
        forms.put("coding in capitals", post("TRANSFER-ENCODING: CHUNKED\r\n", "0\r\n\r\n" + hidden()));
        forms.put("length with zeros", post("Content-Length: 0005\r\n", "12345" + hidden()));
        forms.put("line feeds only", post("Content-Length: 0\r\n", "").replace("\r\n", "\n"));
        forms.put(
                "GET with a body",
                "GET " + PATH + " HTTP/1.1\r\nHost: x\r\n" + credential + close + "Content-Length: " + hidden().length()
                        + "\r\n\r\n" + hidden());
        forms.put(
                "whole address",
                "GET http://other.example" + PATH + " HTTP/1.1\r\nHost: x\r\n" + credential + close + "\r\n");
        forms.put("chunk size and a blank", post(chunked, "5 5\r\n12345\r\n0\r\n\r\n" + hidden()));
        forms.put("folded line", post("Content-Length: 0\r\nX: a\r\n b: c\r\n", hidden()));
        forms.put(
                "method override",
                "GET " + PATH + " HTTP/1.1\r\nHost: x\r\nX-HTTP-Method-Override: DELETE\r\n" + credential + close
                        + "\r\n");
        return tests(forms, false);
    }

    private Stream<DynamicTest> tests(Map<String, String> forms, boolean refused) {
        List<DynamicTest> tests = new ArrayList<>();
        forms.forEach((name, octets) -> tests.add(DynamicTest.dynamicTest(name, () -> {
            long before = surroundings.tasks().completedBodies();
            Wire.Reply reply = Wire.send(client.base(), octets);
            long arrived = surroundings.tasks().completedBodies() - before;
            assertThat(reply.closed()).as("hung up after: %s", reply.text()).isTrue();
            assertThat(reply.answers()).as(reply.text()).isLessThanOrEqualTo(1);
            assertThat(reply.status()).as(reply.text()).isNotIn(101, 500, 502, 503, 504);
            if (refused) {
                assertThat(arrived)
                        .as("requests at the service; answer: %s", reply.text())
                        .isZero();
                assertThat(reply.status() == 0 || reply.status() >= 400)
                        .as(reply.text())
                        .isTrue();
            } else {
                assertThat(arrived).as(reply.text()).isLessThanOrEqualTo(1);
                assertThat(arrived == 1).as(reply.text()).isEqualTo(reply.status() == 200);
            }
        })));
        return tests.stream();
    }
}
