/** The plans that are loaded: what they are, their clauses, and the catalogue of what they define. */
package org.finplan.indicators.plan;
