// Kernels that the WebAssembly backend lacks or has only in a slow form. They work in place on its heap.
export { attention, attentionGradient, decodeAttention } from './attention';
export { serve } from './jobs';
export { rmsNorm, rmsNormGradient } from './norm';
export { rotate, swiglu, swigluGradient } from './pointwise';
export { breakOff, close, join } from './pool';
export { product, productScratch } from './product';
export { gatherRows, scatterRows } from './rows';
