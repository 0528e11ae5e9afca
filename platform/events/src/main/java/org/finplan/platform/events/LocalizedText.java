package org.finplan.platform.events;

/**
 * A text in both languages of the suite, Chinese first.
 *
 * @param zh Chinese text, never blank
 * @param en English text, never blank
 */
public record LocalizedText(String zh, String en) {

    /**
     * Picks the language of a reader.
     *
     * @param english whether the reader prefers English
     * @return the text in that language
     */
    public String in(boolean english) {
        return english ? en : zh;
    }
}
