package org.finplan.platform.plan.difference;

import jakarta.annotation.Nullable;

/**
 * A field that says something else.
 *
 * @param field name of the field, such as {@code value} or {@code period}; of a field inside another {@code baseline.value}; of
 *     a text in both languages {@code name_zh} and {@code name_en}. The field {@code follows} is the place in its list: code of
 *     the nearest thing before it that both packages have
 * @param before what the earlier package says, with every digit; null when nothing
 * @param after what the later package says; null when nothing
 */
public record FieldChange(
        String field, @Nullable String before, @Nullable String after) {}
