export { sampleNames, sampleRegion, type SampleFile } from './sample';
