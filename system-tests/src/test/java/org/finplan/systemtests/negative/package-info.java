/** Requests that are wrong on purpose, generated from the API document, and what every answer to them must be. */
package org.finplan.systemtests.negative;
