/** Writes while the disk is nearly full. */
package org.finplan.platform.web.storage;
