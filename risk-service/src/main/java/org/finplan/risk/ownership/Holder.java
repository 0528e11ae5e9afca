package org.finplan.risk.ownership;

import jakarta.annotation.Nullable;

/**
 * Who holds something.
 *
 * @param kind what it is
 * @param uscc its unified social credit code, or null when it has none
 * @param identifier of a person what tells it from others of its name, never the number of an identity card; or null
 * @param name its name
 */
record Holder(
        HolderKind kind, @Nullable String uscc, @Nullable String identifier, String name) {

    /**
     * What makes two holders one. A name alone does so within one file only: another person may have it.
     *
     * @param file the institution in whose file it stands
     * @return the credit code, or the identifier, or the name with the file
     */
    String key(String file) {
        if (uscc != null) {
            return uscc;
        }
        return identifier == null ? kind.code() + ":" + file + ":" + name : kind.code() + ":" + identifier;
    }
}
