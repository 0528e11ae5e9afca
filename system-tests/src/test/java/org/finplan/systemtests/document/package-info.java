/** The examples that the documents show: each is a call that a running suite takes. */
package org.finplan.systemtests.document;
