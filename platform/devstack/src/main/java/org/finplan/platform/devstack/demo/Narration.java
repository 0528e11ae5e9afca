package org.finplan.platform.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import org.finplan.platform.devstack.client.Answer;

/** Prints the story: what a step shows, in Chinese and then in English, its request and its answer. */
final class Narration {

    private final PrintStream out;
    private int step;

    Narration(PrintStream out) {
        this.out = out;
    }

    void title(String zh, String en) {
        out.println();
        out.println("═".repeat(100));
        out.println(zh);
        out.println(en);
        out.println("═".repeat(100));
    }

    void step(String zh, String en) {
        step++;
        out.println();
        out.println("── " + step + ". " + zh);
        out.println("   " + " ".repeat(Integer.toString(step).length() + 2) + en);
    }

    void say(String zh, String en) {
        out.println("   " + zh);
        out.println("   " + en);
    }

    void line(String line) {
        out.println("   " + line);
    }

    /** Prints that a step showed what it promises. */
    void shown(String zh, String en) {
        out.println("   ✔ " + zh);
        out.println("     " + en);
    }

    /** Prints why the story ends here. */
    void failed(String message) {
        out.println();
        out.println("   ✘ " + message);
    }

    /**
     * Prints a request.
     *
     * @param user who sends it
     * @param call method and path
     * @param body its body, or null
     */
    void request(String user, String call, JsonNode body) {
        out.println();
        out.println("   → " + call + "    [" + user + "]");
        if (body != null) {
            Show.all().lines(body).forEach(line -> out.println("     " + line));
        }
    }

    /**
     * Prints an answer.
     *
     * @param answer the answer
     * @param show what of the answer is printed
     */
    void answer(Answer answer, Show show) {
        out.println("   ← " + answer.status() + "    " + answer.took().toMillis() + " ms");
        if (!answer.body().isMissingNode()) {
            show.lines(answer.body()).forEach(line -> out.println("     " + line));
        }
    }
}
