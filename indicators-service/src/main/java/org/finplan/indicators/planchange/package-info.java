/** What versions of plan packages said otherwise than the ones before them. */
package org.finplan.indicators.planchange;
