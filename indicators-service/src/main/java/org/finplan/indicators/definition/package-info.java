/**
 * By which definition a figure is, and how far figures of different definitions can be compared. Whatever holds figures against
 * each other asks {@code Definitions} for a {@code Comparison}, and says beside its answer what that says.
 */
package org.finplan.indicators.definition;
