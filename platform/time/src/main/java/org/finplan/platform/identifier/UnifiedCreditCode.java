package org.finplan.platform.identifier;

import java.util.regex.Pattern;

/**
 * The unified social credit code of GB 32100-2015: 18 characters, the last of which checks the others. The check character is
 * worked out after GB/T 17710 modulo 31 with the weights 3^(i-1) mod 31.
 */
public final class UnifiedCreditCode {

    /** How many characters a code has. */
    public static final int LENGTH = 18;

    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{" + LENGTH + "}");
    private static final int BASE = 3;

    private UnifiedCreditCode() {}

    /**
     * Whether a text could be a code, whatever its last character says.
     *
     * @param text any text
     * @return whether it has 18 of the characters that codes are made of; I, O, S, V and Z are none of them
     */
    public static boolean hasForm(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * Whether the last character fits the others.
     *
     * @param code 18 characters {@link #hasForm of the form}
     * @return whether it is the one that the standard prescribes
     */
    public static boolean isChecked(String code) {
        return code.charAt(LENGTH - 1) == checkCharacter(code);
    }

    /**
     * The last character that the standard prescribes.
     *
     * @param code at least 17 characters that codes are made of
     * @return the character that belongs behind the first 17
     */
    public static char checkCharacter(String code) {
        int modulus = CHARACTERS.length();
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += CHARACTERS.indexOf(code.charAt(i)) * weight;
            weight = weight * BASE % modulus;
        }
        return CHARACTERS.charAt((modulus - sum % modulus) % modulus);
    }
}
