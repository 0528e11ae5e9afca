/** What should have been reported by now and was not. */
package org.finplan.indicators.due;
